package dev.hookglass.signature.diagnosis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * JSON with the names of each object in order, as libraries that keep objects in sorted maps write it; compact. Objects whose
 * names are not in order are put in order where they stand, the inner ones first.
 */
final class SortedJson {
    private static final int MOST_DEPTH = 200;

    private final byte[] json;
    private int at;

    private SortedJson(byte[] json) {
        this.json = json;
    }

    /** A name and its value, which begin at a place and end at another, without the comma behind them. */
    private record Member(int start, int endOfName, int end) {}

    /**
     * Empty if it is no JSON, or too deep.
     *
     * @param compact without white space
     */
    static Optional<byte[]> write(byte[] compact) {
        SortedJson sorted = new SortedJson(compact.clone());
        return sorted.sortValue(0) && sorted.at == compact.length ? Optional.of(sorted.json) : Optional.empty();
    }

    private boolean sortValue(int depth) {
        if (at >= json.length || depth > MOST_DEPTH) {
            return false;
        }
        switch (json[at]) {
            case '{' -> {
                return sortObject(depth);
            }
            case '[' -> {
                return sortItems(depth);
            }
            case '"' -> at = JsonStyle.endOfString(json, at);
            default -> {
                int start = at;
                while (at < json.length && json[at] != ',' && json[at] != '}' && json[at] != ']') {
                    at++;
                }
                return at > start;
            }
        }
        return true;
    }

    private boolean sortItems(int depth) {
        at++;
        if (isNext(']')) {
            return true;
        }
        do {
            if (!sortValue(depth + 1)) {
                return false;
            }
        } while (isNext(','));
        return isNext(']');
    }

    private boolean sortObject(int depth) {
        at++;
        if (isNext('}')) {
            return true;
        }
        List<Member> members = new ArrayList<>();
        boolean isSorted = true;
        do {
            int start = at;
            if (at >= json.length || json[at] != '"') {
                return false;
            }
            at = JsonStyle.endOfString(json, at);
            int endOfName = at;
            if (endOfName < start + 2 || !isNext(':') || !sortValue(depth + 1)) {
                return false;
            }
            Member member = new Member(start, endOfName, at);
            isSorted &= members.isEmpty() || compare(members.getLast(), member) <= 0;
            members.add(member);
        } while (isNext(','));
        if (!isSorted) {
            putInOrder(members);
        }
        return isNext('}');
    }

    private boolean isNext(char mark) {
        if (at >= json.length || json[at] != mark) {
            return false;
        }
        at++;
        return true;
    }

    /** By the bytes of the names, which is by their code points. */
    private int compare(Member one, Member other) {
        return Arrays.compareUnsigned(json, one.start() + 1, one.endOfName() - 1, json, other.start() + 1,
                other.endOfName() - 1);
    }

    private void putInOrder(List<Member> members) {
        int start = members.getFirst().start();
        int length = members.getLast().end() - start;
        members.sort(this::compare);
        ByteText ordered = new ByteText(length);
        for (Member member : members) {
            ordered.add(json, member.start(), member.end()).add(',');
        }
        System.arraycopy(ordered.toArray(), 0, json, start, length);
    }
}
