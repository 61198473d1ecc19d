package org.pingyi.intake.review;

/**
 * How far the people of a channel are.
 *
 * @param channel code of the channel
 * @param invited invitations that were not taken back
 * @param started of them, those with something saved or signed off
 * @param signedOff of them, those signed off
 */
public record ChannelProgress(String channel, long invited, long started, long signedOff) {
}
