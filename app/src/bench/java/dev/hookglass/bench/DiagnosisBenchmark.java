package dev.hookglass.bench;

import com.sun.management.OperatingSystemMXBean;
import dev.hookglass.event.Bytes;
import dev.hookglass.event.Header;
import dev.hookglass.event.RequestHead;
import dev.hookglass.provider.Catalogue;
import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Hash;
import dev.hookglass.signature.Scheme;
import dev.hookglass.signature.Secret;
import dev.hookglass.signature.SignedMessage;
import dev.hookglass.signature.diagnosis.Case;
import dev.hookglass.signature.diagnosis.Case.Neighbour;
import dev.hookglass.signature.diagnosis.Case.OtherProvider;
import dev.hookglass.signature.diagnosis.Diagnoser;
import dev.hookglass.signature.diagnosis.Patience;
import java.io.ByteArrayOutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How long it takes to rule out all that is known, which takes longer than to find what it is. */
final class DiagnosisBenchmark implements Benchmark {
    private static final int SIZE = 1 << 20;
    private static final int ROUNDS = 21;
    private static final int WARM_UP = 5;
    private static final OperatingSystemMXBean PROCESS = ManagementFactory
            .getPlatformMXBean(OperatingSystemMXBean.class);
    private static final double NANOS = 1e6;
    private static final Instant AT = Instant.parse("2026-11-20T12:00:00Z");
    private static final String KEY = Base64.getEncoder()
            .encodeToString("0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII));

    /** Milliseconds: of the whole, of it on processors, the garbage collector's and compiler's included, and of one HMAC pass. */
    private record Round(double diagnosis, double busy, double pass) {}

    @Override
    public String about() {
        return "milliseconds to find that nothing explains a changed body of 1 MiB, and as multiples of one HMAC over it, "
                + ROUNDS + " rounds, medians";
    }

    @Override
    public void run(Workplace workplace) throws InterruptedException {
        Catalogue providers = Catalogue.load(workplace.resolve("providers"));
        Table table = new Table("provider", "body", "first moment, ms", "not tried then", "worst moment later, ms",
                "all of it, ms", "worst ms", "CPU ms", "HMAC ms", "CPU / HMAC");
        for (String id : List.of("github", "optimizely-experimentation", "stripe", "standard-webhooks", "hubspot",
                "square", "sendgrid", "discord")) {
            measure(table, providers, id, "JSON", json());
        }
        for (String id : List.of("twilio", "slack")) {
            measure(table, providers, id, "form", form());
        }
        measure(table, providers, "github", "random", random());
        table.print();
    }

    private static void measure(Table table, Catalogue providers, String id, String kind, byte[] body)
            throws InterruptedException {
        Case seen = seen(providers, id, body);
        long start = System.nanoTime();
        int notTried = Diagnoser.diagnose(seen, Patience.MOMENT).notTried().size();
        double first = (System.nanoTime() - start) / NANOS;
        for (int i = 0; i < WARM_UP; i++) {
            millis(seen, Patience.ALL_OF_IT);
        }
        Figures<Round> rounds = new Figures<>();
        double moment = 0;
        double worst = 0;
        for (int i = 0; i < ROUNDS; i++) {
            moment = Math.max(moment, millis(seen, Patience.MOMENT));
            long busy = PROCESS.getProcessCpuTime();
            double diagnosis = millis(seen, Patience.ALL_OF_IT);
            busy = PROCESS.getProcessCpuTime() - busy;
            start = System.nanoTime();
            Hash.SHA256.hmac(KEY.getBytes(StandardCharsets.US_ASCII), List.of(body));
            rounds.add(new Round(diagnosis, busy / NANOS, (System.nanoTime() - start) / NANOS));
            worst = Math.max(worst, diagnosis);
        }
        double busy = rounds.median(Round::busy);
        double pass = rounds.median(Round::pass);
        table.add(id, kind, Table.number(first), String.valueOf(notTried), Table.number(moment),
                Table.number(rounds.median(Round::diagnosis)), Table.number(worst),
                Table.number(busy), Table.number(pass), Table.number(busy / pass));
    }

    private static double millis(Case seen, Patience patience) throws InterruptedException {
        long start = System.nanoTime();
        if (Diagnoser.diagnose(seen, patience).finding().isPresent()) {
            throw new IllegalStateException("What nothing explains was explained");
        }
        return (System.nanoTime() - start) / NANOS;
    }

    /** A request whose body was changed behind its signature, in a folder with three other sources. */
    private static Case seen(Catalogue providers, String id, byte[] body) {
        Scheme scheme = providers.find(id).orElseThrow().scheme();
        List<Secret> secrets = Stream.of(KEY, keyPair("EC"), keyPair("Ed25519")).map(text -> new Secret("main", text))
                .filter(scheme::fits).limit(2).toList();
        RequestHead head = new RequestHead("POST", "/x?y=1", "HTTP/1.1", List.of(new Header("Host", "a.example"),
                new Header("User-Agent", "Sender/1.0"), new Header("Content-Length", String.valueOf(body.length))));
        SignedMessage message = new SignedMessage(head, Bytes.wrap(body), AT, Optional.of("https://a.example/x?y=1"));
        List<Header> headers = new ArrayList<>(head.headers());
        headers.addAll(scheme.sign(message, secrets.getFirst()));
        byte[] changed = Arrays.copyOf(scheme.signBody(message, secrets.getFirst()).array(), body.length);
        changed[body.length / 2] ^= 1;
        return new Case(scheme, secrets,
                new SignedMessage(new RequestHead(head.method(), head.target(), head.protocol(), headers),
                        Bytes.wrap(changed), AT, message.publicUrl()),
                List.of("a", "b", "c").stream().map(name -> new Neighbour(name,
                        List.of(new Secret("main", name + KEY)))).toList(),
                providers.all().stream().map(DiagnosisBenchmark::other).toList());
    }

    /** Both keys: with the private one the body is signed, with the public one it is checked, which is all that people have. */
    private static String keyPair(String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                generator.initialize(256);
            }
            KeyPair pair = generator.generateKeyPair();
            return Stream.of(pair.getPublic(), pair.getPrivate()).map(key -> "-----BEGIN KEY-----"
                    + Base64.getEncoder().encodeToString(key.getEncoded()) + "-----END KEY-----").collect(
                            Collectors.joining());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static OtherProvider other(Provider provider) {
        return new OtherProvider(provider.name(), provider.scheme());
    }

    private static byte[] json() {
        Random random = new Random(1);
        ByteArrayOutputStream json = new ByteArrayOutputStream(SIZE + 2 * Bodies.SIZE);
        json.write('[');
        while (json.size() < SIZE) {
            json.writeBytes(Bodies.JSON.next(random));
            json.write(',');
        }
        json.writeBytes("{\"name\":\"Zoë\"}]".getBytes(StandardCharsets.UTF_8));
        return json.toByteArray();
    }

    private static byte[] form() {
        Random random = new Random(1);
        StringBuilder form = new StringBuilder("AccountSid=AC0123456789abcdef");
        for (int i = 0; form.length() < SIZE; i++) {
            form.append("&Field").append(i).append("=some+text%2C+").append(Long.toHexString(random.nextLong()));
        }
        return form.toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] random() {
        byte[] bytes = new byte[SIZE];
        new Random(1).nextBytes(bytes);
        return bytes;
    }
}
