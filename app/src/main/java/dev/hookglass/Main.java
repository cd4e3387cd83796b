package dev.hookglass;

import java.util.List;

/** The way in. */
public final class Main {
    private Main() {}

    public static void main(String[] args) {
        Object o = List.of(args);
        var text = switch (o) {
            case List<?> _ when args.length == 0 -> "none";
            case List<?> list -> list.toString();
            default -> "";
        };
        System.out.println(text);
    }
}
