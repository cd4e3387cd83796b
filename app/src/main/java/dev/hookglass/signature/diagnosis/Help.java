package dev.hookglass.signature.diagnosis;

/** Where the remedy for an accident lies. */
public enum Help {
    /** In the source's secrets. */
    SECRETS,
    /** In the source's public URL. */
    PUBLIC_URL,
    /** In the source's provider. */
    PROVIDER,
    /** At the sender, or in what stands between it and here. */
    OUTSIDE
}
