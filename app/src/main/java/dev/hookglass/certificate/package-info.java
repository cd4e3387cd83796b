/** Who the receiver says it is over HTTPS: a certificate that it makes itself, or one that a person has. The only room that knows BouncyCastle. */
@NullMarked
package dev.hookglass.certificate;

import org.jspecify.annotations.NullMarked;
