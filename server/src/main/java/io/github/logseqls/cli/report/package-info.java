/** What {@code check} found, in the formats of people, of scripts and of the services that run it. */
@NullMarked
package io.github.logseqls.cli.report;

import org.jspecify.annotations.NullMarked;
