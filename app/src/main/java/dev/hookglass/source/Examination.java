package dev.hookglass.source;

import dev.hookglass.provider.Provider;
import dev.hookglass.signature.Explanation;
import dev.hookglass.signature.diagnosis.Diagnosis;
import java.util.Optional;

/**
 * What a close look at a request gives.
 *
 * @param provider whose scheme it was held against: that of its source as it is now; empty if its file is gone
 * @param explanation how a verdict comes about, by the secrets and the public URL of now
 * @param diagnosis what explains it; empty where nothing is wrong, or there was nothing to look with
 */
public record Examination(Optional<Provider> provider, Explanation explanation, Optional<Diagnosis> diagnosis) {}
