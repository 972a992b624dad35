/**
 * What every package shares: files written whole, CSV, and how errors and progress are told to a
 * person.
 */
package io.wisp;
