package org.pingyi.base.account.factor;

import org.pingyi.base.web.QrCode;

/**
 * A secret to be taken up by an authenticator application.
 *
 * @param secret to be typed where no picture can be read: base 32 in groups of four
 * @param address the same as {@code otpauth:}, which applications on the same device open
 * @param picture the same as a picture
 * @param sealed the same as the form sends it back, encrypted for this person
 */
public record AuthenticatorOffer(String secret, String address, QrCode picture, String sealed) {
}
