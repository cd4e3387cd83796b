package dev.hookglass.signature.diagnosis;

import dev.hookglass.event.RequestHead;
import dev.hookglass.signature.diagnosis.Repair.Words;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A sender that signs the URL, and knows the receiver by another one. */
final class UrlAccidents {
    private static final Pattern URL = Pattern.compile("(https?)://([^/?#]*)([^?#]*)(.*)", Pattern.DOTALL);
    private static final Pattern FORWARDED_HOST = Pattern.compile("(?i)\\bhost=\"?([^\";,]+)");
    private static final Pattern PORT = Pattern.compile(":\\d+$");
    private static final int MOST = 96;

    static final List<Accident> ALL = List.of(
            Accident.ofContent("another URL (scheme, host, port, slash at its end, query)", UrlAccidents::urls));

    private UrlAccidents() {}

    private static Stream<Repair> urls(Case seen) {
        Matcher taken = URL.matcher(seen.message().url());
        if (!Variants.signsUrl(seen.scheme()) || !taken.matches()) {
            return Stream.empty();
        }
        Set<String> urls = new LinkedHashSet<>();
        for (String path : paths(seen.head(), taken.group(3), taken.group(4))) {
            for (String host : hosts(seen.head(), taken.group(2))) {
                for (String scheme : List.of("https", "http")) {
                    urls.add(scheme + "://" + host + path);
                }
            }
        }
        urls.remove(seen.message().url());
        return urls.stream().limit(MOST).map(url -> Repair.of(seen, seen.withUrl(url), words(seen, url)));
    }

    private static Words words(Case seen, String url) {
        Matcher parts = URL.matcher(url);
        String origin = parts.matches() ? parts.group(1) + "://" + parts.group(2) : url;
        boolean isTunnel = url.equals(origin + seen.head().target());
        return new Words("It was signed for " + url + ", and was checked for " + seen.message().url() + ".",
                "Set the public URL to " + (isTunnel ? origin : url.replaceFirst("\\?.*", ""))
                        + ", or let the sender send to the URL that it signs.",
                Help.PUBLIC_URL);
    }

    private static Set<String> hosts(RequestHead head, String taken) {
        Set<String> hosts = new LinkedHashSet<>(List.of(taken));
        Stream.of(head.first("X-Forwarded-Host"), head.first("Host"), head.first("X-Original-Host"),
                head.first("Forwarded").flatMap(UrlAccidents::host))
                .flatMap(Optional::stream)
                .map(value -> value.split(",", 2)[0].strip())
                .filter(value -> !value.isEmpty())
                .forEach(hosts::add);
        Set<String> all = new LinkedHashSet<>();
        for (String host : hosts) {
            String bare = PORT.matcher(host).replaceFirst("");
            all.addAll(List.of(host, bare, bare + ":443", bare + ":80"));
            head.first("X-Forwarded-Port").filter(port -> port.matches("\\d{1,5}")).ifPresent(
                    port -> all.add(bare + ":" + port));
        }
        return all;
    }

    private static Optional<String> host(String forwarded) {
        Matcher found = FORWARDED_HOST.matcher(forwarded);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    /** Paths with their queries. */
    private static Set<String> paths(RequestHead head, String path, String query) {
        Set<String> paths = new LinkedHashSet<>(List.of(path + query));
        paths.add(path.endsWith("/") ? path.substring(0, path.length() - 1) + query : path + "/" + query);
        paths.add(path);
        paths.add(head.target());
        paths.add(head.path());
        head.first("X-Forwarded-Prefix").ifPresent(prefix -> paths.add(prefix + head.target()));
        Stream.of("X-Original-URL", "X-Original-URI", "X-Rewrite-URL", "X-Forwarded-Uri")
                .flatMap(name -> head.first(name).stream())
                .filter(value -> value.startsWith("/"))
                .forEach(paths::add);
        return paths;
    }
}
