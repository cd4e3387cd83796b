/**
 * Why a signature does not match, when one known accident explains it. Every finding is proven: with that one change undone, the
 * scheme itself finds the request valid. A finding never changes a verdict.
 */
@NullMarked
package dev.hookglass.signature.diagnosis;

import org.jspecify.annotations.NullMarked;
