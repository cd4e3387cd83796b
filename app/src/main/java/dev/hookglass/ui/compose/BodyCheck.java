package dev.hookglass.ui.compose;

import dev.hookglass.compose.Variables;
import dev.hookglass.event.Bytes;
import dev.hookglass.payload.JsonBody;
import dev.hookglass.payload.JsonPlaces.Range;
import dev.hookglass.payload.JsonPlaces;
import dev.hookglass.payload.SchemaFinding;
import dev.hookglass.ui.code.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;

/**
 * What a body is as JSON, and in what it differs from its schema.
 *
 * @param findings in the order of the text
 * @param hasSchema whether it was compared with a schema
 */
record BodyCheck(JsonState state, List<Finding> findings, boolean hasSchema) {
    BodyCheck {
        findings = List.copyOf(findings);
    }

    /** One difference and its place in the text. */
    record Finding(Mark mark, String sentence) {}

    /**
     * Checks a text. Takes its time if it is long: not for the FX thread.
     *
     * @param schema what it is compared with, made when it is needed; empty for nothing
     * @param hasVariables whether variables in it are filled in
     */
    static BodyCheck of(String text, Optional<BodySchema> schema, boolean hasVariables) {
        String json = hasVariables ? Variables.masked(text) : text;
        JsonState state = JsonState.of(json);
        if (state instanceof JsonState.Invalid invalid) {
            return new BodyCheck(state, List.of(new Finding(mark(json, invalid), invalid.sentence())), false);
        }
        if (!json.equals(text) && state instanceof JsonState.Valid valid) {
            state = new JsonState.Filled(valid.bytes());
        }
        Optional<JsonNode> body = JsonBody.parse(Bytes.ofUtf8(json), List.of());
        if (schema.isEmpty() || body.isEmpty()) {
            return new BodyCheck(state, List.of(), false);
        }
        List<Finding> findings = new ArrayList<>();
        JsonPlaces places = JsonPlaces.of(json);
        for (SchemaFinding finding : schema.get().check().findings(body.get())) {
            if (!hasVariables || !isVariable(text, places.value(finding.at()))) {
                findings.add(new Finding(mark(places, finding), finding.sentence()));
            }
        }
        findings.sort((one, other) -> Integer.compare(one.mark().start(), other.mark().start()));
        return new BodyCheck(state, findings, true);
    }

    private static Mark mark(String text, JsonState.Invalid invalid) {
        int start = 0;
        for (int line = 1; line < invalid.line(); line++) {
            start = text.indexOf('\n', start) + 1;
        }
        int at = Math.min(text.length(), text.offsetByCodePoints(start, invalid.column() - 1));
        return new Mark(at, at + 1, Mark.Kind.PROBLEM);
    }

    private static Mark mark(JsonPlaces places, SchemaFinding finding) {
        boolean isNote = finding.kind() != SchemaFinding.Kind.OTHERWISE;
        Range range = (finding.kind() == SchemaFinding.Kind.UNLISTED_NAME
                ? places.name(finding.at())
                : places.value(finding.at()))
                .or(() -> places.value(JsonPointer.empty()))
                .orElse(new Range(0, 1));
        return new Mark(range.start(), range.end(), isNote ? Mark.Kind.NOTE : Mark.Kind.PROBLEM);
    }

    /** What a variable will be is not known yet. */
    private static boolean isVariable(String text, Optional<Range> value) {
        return value.map(range -> text.substring(range.start(), range.end())).filter(Variables::areIn).isPresent();
    }
}
