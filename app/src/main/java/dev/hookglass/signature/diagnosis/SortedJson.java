package dev.hookglass.signature.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** JSON with the names of each object in order, as libraries that keep objects in sorted maps write it; compact. */
final class SortedJson {
    private static final int MOST_DEPTH = 200;

    private final byte[] json;
    private int at;

    private SortedJson(byte[] json) {
        this.json = json;
    }

    /** Empty if it is no JSON, or too deep. */
    static Optional<byte[]> write(byte[] body) {
        SortedJson sorted = new SortedJson(JsonStyle.COMPACT.write(body));
        byte[] out = sorted.value(0);
        return sorted.at == sorted.json.length ? Optional.of(out) : Optional.empty();
    }

    @SuppressWarnings("ArrayRecordComponent") // Sorted by name, never compared.
    private record Member(byte[] name, byte[] value) {}

    /** Leaves the place where it is if there is no value, so that the end is never reached. */
    private byte[] value(int depth) {
        if (at >= json.length || depth > MOST_DEPTH) {
            return new byte[0];
        }
        return switch (json[at]) {
            case '{' -> object(depth);
            case '[' -> array(depth);
            case '"' -> taken(JsonStyle.endOfString(json, at));
            default -> {
                int end = at;
                while (end < json.length && json[end] != ',' && json[end] != '}' && json[end] != ']') {
                    end++;
                }
                yield taken(end);
            }
        };
    }

    private byte[] taken(int end) {
        byte[] text = Arrays.copyOfRange(json, at, end);
        at = end;
        return text;
    }

    private byte[] object(int depth) {
        List<Member> members = new ArrayList<>();
        at++;
        while (at < json.length && json[at] == '"') {
            byte[] name = taken(JsonStyle.endOfString(json, at));
            at++;
            members.add(new Member(name, value(depth + 1)));
            if (at >= json.length || json[at] != ',') {
                break;
            }
            at++;
        }
        at++;
        members.sort((one, other) -> Arrays.compareUnsigned(one.name(), other.name()));
        ByteText out = new ByteText(256).add('{');
        for (int i = 0; i < members.size(); i++) {
            byte[] name = members.get(i).name();
            byte[] value = members.get(i).value();
            out.add(i == 0 ? "" : ",").add(name, 0, name.length).add(':').add(value, 0, value.length);
        }
        return out.add('}').toArray();
    }

    private byte[] array(int depth) {
        ByteText out = new ByteText(256).add('[');
        at++;
        while (at < json.length && json[at] != ']') {
            byte[] item = value(depth + 1);
            out.add(item, 0, item.length);
            if (at >= json.length || json[at] != ',' || item.length == 0) {
                break;
            }
            out.add(',');
            at++;
        }
        at++;
        return out.add(']').toArray();
    }
}
