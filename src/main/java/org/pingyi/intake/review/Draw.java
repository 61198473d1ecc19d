package org.pingyi.intake.review;

import java.util.List;

/**
 * Who was drawn by lot.
 *
 * @param seed 64 hexadecimal digits
 * @param digest of the list and the open places that it was drawn from
 * @param drawn who may be invited
 * @param left who was not drawn
 * @param recorded whether the trail knows this seed for this list; only then may the
 * drawn be invited
 */
public record Draw(String seed, String digest, List<NewInvitation> drawn, List<NewInvitation> left, boolean recorded) {
}
