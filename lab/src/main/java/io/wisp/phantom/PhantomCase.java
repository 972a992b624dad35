package io.wisp.phantom;

import io.wisp.volume.Volume;

/**
 * One phantom patient.
 *
 * @param id such as {@code phantom_007}
 * @param flair the scan
 * @param lesions its mask: 1 in a lesion, else 0; all 0 in a healthy head
 */
public record PhantomCase(String id, Volume flair, Volume lesions) {}
