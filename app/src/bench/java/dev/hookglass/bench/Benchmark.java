package dev.hookglass.bench;

/** A question about speed or size, and how it is answered. */
interface Benchmark {
    /** What is measured against what, in one line. */
    String about();

    /** Measures and prints a table. */
    void run(Workplace workplace) throws Exception;
}
