/**
 * Benchmarks of single kernels, with JMH, and {@link io.wisp.bench.Roofline}. From the root of the
 * project:
 *
 * <pre>{@code
 * mvn -q -pl bench -am package -DskipTests && java -jar bench/target/benchmarks.jar
 * java -cp bench/target/benchmarks.jar io.wisp.bench.Roofline
 * }</pre>
 */
package io.wisp.bench;
