package dev.hookglass.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What events can be written as. */
public enum ExportFormat {
    /** A {@code curl} command for a POSIX shell. */
    CURL("sh") {
        @Override
        public EventWriter open(OutputStream out) {
            return new TextWriter(out, new CurlCommand(new PosixShell())::of);
        }
    },
    /** A {@code curl} command for PowerShell. */
    POWERSHELL("ps1") {
        @Override
        public EventWriter open(OutputStream out) {
            return new TextWriter(out, new CurlCommand(new PowerShell())::of);
        }
    },
    /** A {@code curl} command for the Windows command prompt. */
    CMD("cmd") {
        @Override
        public EventWriter open(OutputStream out) {
            return new TextWriter(out, new CurlCommand(new CommandPrompt())::of);
        }
    },
    /** Requests as they travel, the form of {@code .http} files. */
    HTTP("http") {
        @Override
        public EventWriter open(OutputStream out) {
            return new HttpMessages(out);
        }
    },
    /** HTTP Archive 1.2. */
    HAR("har") {
        @Override
        public EventWriter open(OutputStream out) throws IOException {
            return new HarWriter(out);
        }
    },
    /** One JSON object a line: the only form that can be read again without loss. */
    JSONL("jsonl") {
        @Override
        public EventWriter open(OutputStream out) {
            return new JsonLines(out);
        }
    },
    /** A table of what the window's table shows. */
    CSV("csv") {
        @Override
        public EventWriter open(OutputStream out) throws IOException {
            return new CsvTable(out);
        }
    };

    private final String extension;

    ExportFormat(String extension) {
        this.extension = extension;
    }

    /** The name on the command line, such as {@code har}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What file names of it end with, without the dot. */
    public String extension() {
        return extension;
    }

    public static Optional<ExportFormat> of(String word) {
        return Arrays.stream(values()).filter(format -> format.word().equalsIgnoreCase(word)).findFirst();
    }

    /** Begins a document; nothing is written to the stream by anybody else until the writer is closed. */
    public abstract EventWriter open(OutputStream out) throws IOException;
}
