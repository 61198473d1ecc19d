package org.pingyi.intake.review;

import org.pingyi.rules.scoring.Text;

/**
 * A sheet that a browser has opened before, and may go on with.
 *
 * @param address stands for the link in addresses
 * @param name whose sheet it is
 * @param channel name of the channel
 */
public record OpenedSheet(String address, String name, Text channel) {
}
