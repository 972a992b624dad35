package io.wisp.dicom;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Which series a file belongs to. Texts are empty where the file does not tell.
 *
 * @param uid the identifier, which anonymising may have broken
 * @param number in the examination
 * @param description in words
 * @param modality such as {@code MR}
 * @param patient the identifier of the patient
 * @param time of day when the series began
 * @param protocol how it was taken: the protocol's name, and the times and angle of the pulses
 */
record SeriesName(
    String uid,
    String number,
    String description,
    String modality,
    String patient,
    String time,
    String protocol) {
  static SeriesName of(DataSet data) {
    return new SeriesName(
        data.text(Tag.SERIES_UID),
        data.text(Tag.SERIES_NUMBER),
        data.text(Tag.SERIES_DESCRIPTION),
        data.text(Tag.MODALITY),
        data.text(Tag.PATIENT_ID),
        data.text(Tag.SERIES_TIME),
        List.of(Tag.PROTOCOL, Tag.REPETITION_TIME, Tag.INVERSION_TIME, Tag.FLIP_ANGLE).stream()
            .map(data::text)
            .collect(Collectors.joining("|")));
  }
}
