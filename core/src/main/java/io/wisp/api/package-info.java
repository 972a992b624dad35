/**
 * The library's entry points: make a {@link io.wisp.api.Store} of labelled slices, train a {@link
 * io.wisp.api.Model} on it, and outline scans with it.
 *
 * <pre>{@code
 * Store store = Store.of(Path.of("scans")).size(64).make(Path.of("store"));
 * Model.training(store).preset("small").set("train.steps=2000").run(Path.of("run"));
 * try (Model model = Model.open(Path.of("run"))) {
 *   Outline outline = model.outline("patient7", Volumes.read(Path.of("patient7.nii.gz")));
 *   outline.writeMask(Path.of("patient7_mask.nii.gz"));
 * }
 * }</pre>
 *
 * A mistake in files or settings is a {@link io.wisp.UserError}; work that was asked to stop ends
 * by a {@link java.util.concurrent.CancellationException}.
 */
package io.wisp.api;
