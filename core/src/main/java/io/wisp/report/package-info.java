/**
 * Pictures, charts and the self-contained HTML page, made from plain records. Text in pictures is
 * drawn from a bundled font's outlines, so a machine without fonts or fontconfig gives the same
 * picture.
 */
package io.wisp.report;
