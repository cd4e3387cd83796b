package dev.hookglass.keychain;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.List;

/**
 * The data protection of Windows (DPAPI), by the public functions {@code CryptProtectData} and {@code CryptUnprotectData} of
 * crypt32.dll. As Microsoft documents them (learn.microsoft.com, "dpapi.h header"): what one user encrypted only they can
 * decrypt, on the same computer as a rule; the "optional entropy" must be the same both times; what is reserved is null;
 * whoever calls frees what comes out with {@code LocalFree}. Nothing is loaded before it is used.
 */
final class WindowsDataProtection implements DataProtection {
    /** {@code CRYPTPROTECT_UI_FORBIDDEN}: rather fail than ask a person. */
    private static final int NO_WINDOW = 1;
    /** A {@code DATA_BLOB} (wincrypt.h): a length, and where that many bytes are; on 64 bits with a gap between. */
    private static final MemoryLayout BLOB = MemoryLayout.structLayout(JAVA_INT, MemoryLayout.paddingLayout(4),
            ADDRESS);
    private static final long BYTES_AT = 8;
    /** In, description, entropy, reserved, prompt, flags, out: the description is one to read or one to write. */
    private static final FunctionDescriptor CRYPT = FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS,
            ADDRESS, JAVA_INT, ADDRESS);

    private final List<String> libraries;

    WindowsDataProtection() {
        this(List.of("Crypt32", "Kernel32"));
    }

    /** @param libraries with the functions that encrypt, and with the one that frees what these give */
    WindowsDataProtection(List<String> libraries) {
        this.libraries = libraries;
    }

    @Override
    public byte[] protect(byte[] plain, byte[] purpose) throws KeychainException {
        return crypt("CryptProtectData", plain, purpose, "Windows did not encrypt the key");
    }

    @Override
    public byte[] unprotect(byte[] encrypted, byte[] purpose) throws KeychainException {
        return crypt("CryptUnprotectData", encrypted, purpose,
                "Windows does not decrypt their key for this user on this computer");
    }

    private byte[] crypt(String function, byte[] bytes, byte[] purpose, String refusal) throws KeychainException {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment out = arena.allocate(BLOB);
            boolean isDone = (int) function(arena, libraries.getFirst(), function, CRYPT).invokeExact(
                    blob(arena, bytes), MemorySegment.NULL, blob(arena, purpose), MemorySegment.NULL,
                    MemorySegment.NULL, NO_WINDOW, out) != 0;
            if (!isDone) {
                throw new KeychainException(refusal);
            }
            return taken(arena, out);
        } catch (KeychainException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new KeychainException("the data protection of Windows is not there on this system", e);
        }
    }

    private static MemorySegment blob(Arena arena, byte[] bytes) {
        MemorySegment blob = arena.allocate(BLOB);
        blob.set(JAVA_INT, 0, bytes.length);
        blob.set(ADDRESS, BYTES_AT, arena.allocateFrom(ValueLayout.JAVA_BYTE, bytes));
        return blob;
    }

    /** Its bytes, after what the system allocated for them is wiped and given back. */
    @SuppressWarnings("restricted") // The length is the one that the system gives.
    private byte[] taken(Arena arena, MemorySegment blob) throws Throwable {
        MemorySegment given = blob.get(ADDRESS, BYTES_AT);
        MemorySegment content = given.reinterpret(Integer.toUnsignedLong(blob.get(JAVA_INT, 0)));
        byte[] bytes = content.toArray(ValueLayout.JAVA_BYTE);
        content.fill((byte) 0);
        MemorySegment _ = (MemorySegment) function(arena, libraries.getLast(), "LocalFree",
                FunctionDescriptor.of(ADDRESS, ADDRESS)).invokeExact(given);
        return bytes;
    }

    @SuppressWarnings("restricted") // Declared as in the headers of Windows.
    private static MethodHandle function(Arena arena, String library, String name, FunctionDescriptor declared) {
        return Linker.nativeLinker().downcallHandle(
                SymbolLookup.libraryLookup(library, arena).findOrThrow(name), declared);
    }
}
