package dev.hookglass.keychain;

/** Encrypts bytes so that only the user who is logged in can read them. */
interface DataProtection {
    /**
     * Encrypts.
     *
     * @param purpose to be given again to decrypt
     * @throws KeychainException if the system cannot or does not
     */
    byte[] protect(byte[] plain, byte[] purpose) throws KeychainException;

    /**
     * Decrypts.
     *
     * @throws KeychainException if it was made by another user, for another purpose, or is no such thing
     */
    byte[] unprotect(byte[] encrypted, byte[] purpose) throws KeychainException;
}
