/** What pages, blocks, properties, templates and files are called, changed everywhere that they are named. */
@NullMarked
package io.github.logseqls.rename;

import org.jspecify.annotations.NullMarked;
