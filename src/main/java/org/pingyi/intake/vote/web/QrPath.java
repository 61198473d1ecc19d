package org.pingyi.intake.vote.web;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * An address as a QR code of few bytes, because hundreds share a page: dark runs as lines
 * that are drawn one module wide.
 *
 * @param size width and height in modules, quiet zone included
 * @param path the middles of the dark runs
 */
record QrPath(int size, String path) {

	private static final Map<EncodeHintType, Object> HINTS = Map.of(EncodeHintType.MARGIN, 2,
			EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M);

	static QrPath of(String address) {
		try {
			BitMatrix matrix = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, HINTS);
			StringBuilder path = new StringBuilder();
			for (int y = 0; y < matrix.getHeight(); y++) {
				row(matrix, y, path);
			}
			return new QrPath(matrix.getWidth(), path.toString());
		}
		catch (WriterException ex) {
			throw new IllegalArgumentException("Too long for a QR code", ex);
		}
	}

	private static void row(BitMatrix matrix, int y, StringBuilder path) {
		int x = 0;
		while (x < matrix.getWidth()) {
			int end = x;
			while (end < matrix.getWidth() && matrix.get(end, y)) {
				end++;
			}
			if (end > x) {
				path.append('M').append(x).append(' ').append(y).append(".5h").append(end - x);
			}
			x = end + 1;
		}
	}

}
