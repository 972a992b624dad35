/** How the library tells of errors and progress, and is told to stop. */
package io.wisp;
