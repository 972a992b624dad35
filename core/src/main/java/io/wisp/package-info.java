/** What every package shares: how errors and progress are told to a person. */
package io.wisp;
