package io.github.logseqls.fix;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * A look for a fix that may take seconds, which is begun only when somebody wants it.
 *
 * @param title what is looked for, and what is done with it
 * @param fix the fix, once found
 * @param nothing what is said where there is none
 */
public record Lookup(String title, Supplier<Optional<Fix>> fix, String nothing) {}
