package dev.hookglass.source;

import dev.hookglass.signature.Explanation;
import dev.hookglass.signature.diagnosis.Diagnosis;
import java.util.Optional;

/**
 * What a close look at a request gives.
 *
 * @param explanation how a verdict comes about, by the secrets and the public URL of now
 * @param diagnosis what explains it; empty where nothing is wrong, or there was nothing to look with
 */
public record Examination(Explanation explanation, Optional<Diagnosis> diagnosis) {}
