package dev.hookglass.provider;

import dev.hookglass.event.Bytes;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes JSON as a provider does. */
final class JsonText {
    private JsonText() {}

    static Bytes write(JsonNode node, JsonStyle style) {
        JsonMapper mapper = JsonMapper.shared();
        return Bytes.wrap(switch (style) {
            case COMPACT -> mapper.writeValueAsBytes(node);
            case SPACED ->
                mapper.writer().with(spaced()).with(JsonWriteFeature.ESCAPE_NON_ASCII).writeValueAsBytes(node);
        });
    }

    private static PrettyPrinter spaced() {
        Separators separators = new Separators("", ':', Spacing.AFTER, ',', Spacing.AFTER, "", ',', Spacing.AFTER, "");
        DefaultPrettyPrinter.Indenter none = DefaultPrettyPrinter.NopIndenter.instance();
        return new DefaultPrettyPrinter(separators).withArrayIndenter(none).withObjectIndenter(none);
    }
}
