/** The command line. */
package io.wisp.app;
