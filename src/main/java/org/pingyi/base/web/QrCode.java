package org.pingyi.base.web;

import java.util.Map;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;

/**
 * An address as a QR code of few bytes, because hundreds share a page: dark runs as lines
 * that are drawn one module wide. The fragment {@code base/web/qr :: code} draws it.
 *
 * @param size width and height in modules, quiet zone included
 * @param path the middles of the dark runs
 */
public record QrCode(int size, String path) {

	/** ISO/IEC 18004: four modules on each side. */
	private static final int QUIET_ZONE = 4;

	/** What cards have room for; the paper around is white too. */
	private static final int NARROW_ZONE = 2;

	public static QrCode of(String address) {
		return of(address, QUIET_ZONE);
	}

	/** The same for small print, with a narrow quiet zone. */
	public static QrCode narrow(String address) {
		return of(address, NARROW_ZONE);
	}

	private static QrCode of(String address, int zone) {
		Map<EncodeHintType, Object> hints = Map.of(EncodeHintType.MARGIN, zone, EncodeHintType.ERROR_CORRECTION,
				ErrorCorrectionLevel.M);
		try {
			BitMatrix matrix = new QRCodeWriter().encode(address, BarcodeFormat.QR_CODE, 0, 0, hints);
			StringBuilder path = new StringBuilder();
			for (int y = 0; y < matrix.getHeight(); y++) {
				row(matrix, y, path);
			}
			return new QrCode(matrix.getWidth(), path.toString());
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
