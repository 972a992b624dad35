/** How the library reports errors and progress, and is asked to stop. */
package io.wisp;
