package org.pingyi.intake.kiosk.web;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * An address as a QR code, drawn as one SVG path: no image, no data address.
 *
 * @param size width and height in modules, quiet zone included
 * @param path the dark modules
 */
record QrCode(int size, String path) {

	private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.MARGIN, 4,
			EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

	static QrCode of(String address) {
		try {
			BitMatrix matrix = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, HINTS);
			return new QrCode(matrix.getWidth(), draw(matrix));
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("Too long for a QR code", ex);
		}
	}

	private static String draw(BitMatrix matrix) {
		StringBuilder path = new StringBuilder();
		for (int y = 0; y < matrix.getHeight(); y++) {
			for (int x = 0; x < matrix.getWidth(); x++) {
				if (matrix.get(x, y)) {
					path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
				}
			}
		}
		return path.toString();
	}

}
