package dev.hookglass.cli;

import dev.hookglass.event.Bytes;
import dev.hookglass.signature.Explanation;
import dev.hookglass.signature.Received;
import dev.hookglass.signature.SignedTime;
import dev.hookglass.signature.Step;
import dev.hookglass.signature.Trial;
import dev.hookglass.signature.diagnosis.Diagnosis;
import dev.hookglass.signature.diagnosis.Difference;
import dev.hookglass.signature.diagnosis.Finding;
import dev.hookglass.source.Examination;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a verdict comes about as a JSON object. Secrets and expected signatures are never in it, nor is what a request carries if
 * that is a secret itself.
 */
final class VerificationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_CONTENT = 64 << 10;
    private static final int CONTEXT = 32;

    private VerificationJson() {}

    static ObjectNode of(Examination examination) {
        Explanation explanation = examination.explanation();
        ObjectNode json = NODES.objectNode()
                .put("scheme", explanation.scheme())
                .put("verdict", explanation.verdict().outcome().word())
                .put("reason", explanation.verdict().reason());
        ArrayNode steps = json.putArray("steps");
        for (Step step : explanation.steps()) {
            steps.addObject().put("sign", step.sign().name().toLowerCase(Locale.ROOT)).put("words", step.words());
        }
        explanation.signed().ifPresent(signed -> addContent(json, signed));
        addReceived(json, explanation);
        ArrayNode trials = json.putArray("secretsTried");
        for (Trial trial : explanation.trials()) {
            trials.addObject().put("secret", trial.secret()).put("matches", trial.matches());
        }
        json.put("secret", explanation.match().map(Trial::secret).orElse(null));
        explanation.time().ifPresent(time -> addTime(json, time));
        examination.diagnosis().ifPresent(diagnosis -> json.set("diagnosis", diagnosis(diagnosis)));
        return json;
    }

    private static void addContent(ObjectNode json, Bytes signed) {
        json.put("signedBytes", signed.size());
        boolean isWhole = signed.size() <= MOST_CONTENT;
        byte[] shown = isWhole ? signed.array() : Arrays.copyOf(signed.array(), MOST_CONTENT);
        if (!isWhole) {
            json.put("signedContentCutAfter", MOST_CONTENT);
        }
        try {
            json.put("signedContent", StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(shown)).toString());
        } catch (CharacterCodingException notText) {
            json.put("signedContentBase64", Base64.getEncoder().encodeToString(shown));
        }
    }

    private static void addReceived(ObjectNode json, Explanation explanation) {
        ArrayNode received = json.putArray("received");
        for (Received each : explanation.received()) {
            ObjectNode one = received.addObject().put("place", each.place()).put("writtenAs", each.writtenAs());
            if (!each.isSecret()) {
                one.put("hex", HexFormat.of().formatHex(each.bytes().array()));
            }
        }
        explanation.received().stream().filter(each -> !each.isSecret()).findFirst().ifPresent(
                each -> json.put("receivedSignature", HexFormat.of().formatHex(each.bytes().array())));
    }

    private static void addTime(ObjectNode json, SignedTime time) {
        json.put("timestamp", time.text());
        time.at().ifPresent(at -> json.put("signedAt", at.toString()));
        time.age().ifPresent(age -> json.put("ageSeconds", age.toSeconds()));
        time.tolerance().ifPresent(most -> json.put("toleranceSeconds", most.toSeconds()));
    }

    private static ObjectNode diagnosis(Diagnosis diagnosis) {
        ObjectNode json = NODES.objectNode().put("words", diagnosis.words());
        diagnosis.finding().ifPresent(finding -> addFinding(json, finding));
        addNames(json.putArray("ruledOut"), diagnosis.ruledOut());
        addNames(json.putArray("notTried"), diagnosis.notTried());
        addNames(json.putArray("clues"), diagnosis.clues());
        return json;
    }

    private static void addFinding(ObjectNode json, Finding finding) {
        json.put("accident", finding.accident())
                .put("cause", finding.cause())
                .put("remedy", finding.remedy())
                .put("secret", finding.secret());
        finding.difference().ifPresent(difference -> {
            ObjectNode node = json.putObject("difference").put("offset", difference.offset());
            node.put("receivedHex", around(difference, difference.received()));
            node.put("matchingHex", around(difference, difference.matching()));
        });
    }

    /** The bytes from the difference on. */
    private static String around(Difference difference, Bytes bytes) {
        int from = Math.min(difference.offset(), bytes.size());
        return HexFormat.of().formatHex(bytes.array(), from, Math.min(bytes.size(), from + CONTEXT));
    }

    private static void addNames(ArrayNode array, Iterable<String> names) {
        names.forEach(array::add);
    }
}
