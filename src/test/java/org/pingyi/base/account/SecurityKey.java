package org.pingyi.base.account;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.HexFormat;

import org.pingyi.base.account.passkey.NewPasskey;
import org.pingyi.base.account.passkey.PasskeyAnswer;

/**
 * A key on somebody's key ring with the browser that asks it (WebAuthn, P-256, no
 * attestation). What it says of itself can be bent, to see it refused.
 */
public final class SecurityKey {

	/** Somebody touched it, and typed the PIN. */
	private static final int TOUCHED = 0x05;

	private static final int WITH_KEY = 0x40;

	/** {kty: EC2, alg: ES256, crv: P-256, x: 32 bytes, y: 32 bytes}. */
	private static final String COSE = "a5010203262001215820%s225820%s";

	/** {fmt: "none", attStmt: {}, authData: bytes}. */
	private static final String ATTESTATION = "a363666d74646e6f6e656761747453746d74a068617574684461746159%04x%s";

	private final String origin;

	private final String site;

	private final byte[] id = new byte[32];

	private final KeyPair keys;

	private long count;

	private SecurityKey(String origin, String site, KeyPair keys) {
		this.origin = origin;
		this.site = site;
		this.keys = keys;
		new SecureRandom().nextBytes(this.id);
	}

	/** A new one, in a browser that shows a page. */
	public static SecurityKey at(String origin) {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return new SecurityKey(origin, origin.replaceAll("^https?://|:\\d+$", ""), generator.generateKeyPair());
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** The same key in a browser that shows another page, as a false site does. */
	public SecurityKey shownAt(String other) {
		SecurityKey same = new SecurityKey(other, this.site, this.keys);
		System.arraycopy(this.id, 0, same.id, 0, this.id.length);
		same.count = this.count;
		return same;
	}

	/** How often it has signed; whoever copied it goes on from an earlier figure. */
	public void setCount(long count) {
		this.count = count;
	}

	public NewPasskey make(String name, String challenge) {
		byte[] data = authenticatorData(TOUCHED | WITH_KEY, HexFormat.of().parseHex("0".repeat(32) + "0020"), this.id,
				HexFormat.of().parseHex(COSE.formatted(coordinate(true), coordinate(false))));
		byte[] attestation = HexFormat.of()
			.parseHex(ATTESTATION.formatted(data.length, HexFormat.of().formatHex(data)));
		return new NewPasskey(name, text(client("create", challenge)), text(attestation), "usb");
	}

	public PasskeyAnswer answer(String challenge) {
		this.count++;
		byte[] client = client("get", challenge);
		byte[] data = authenticatorData(TOUCHED);
		return new PasskeyAnswer(text(this.id), text(client), text(data), text(signed(data, sha256(client))));
	}

	private byte[] client(String act, String challenge) {
		return "{\"type\":\"webauthn.%s\",\"challenge\":\"%s\",\"origin\":\"%s\",\"crossOrigin\":false}"
			.formatted(act, challenge, this.origin)
			.getBytes(StandardCharsets.UTF_8);
	}

	private byte[] authenticatorData(int flags, byte[]... more) {
		ByteArrayOutputStream data = new ByteArrayOutputStream();
		data.writeBytes(sha256(this.site.getBytes(StandardCharsets.UTF_8)));
		data.write(flags);
		data.writeBytes(ByteBuffer.allocate(4).putInt((int) this.count).array());
		for (byte[] part : more) {
			data.writeBytes(part);
		}
		return data.toByteArray();
	}

	private String coordinate(boolean first) {
		ECPublicKey key = (ECPublicKey) this.keys.getPublic();
		return "%064x".formatted(first ? key.getW().getAffineX() : key.getW().getAffineY());
	}

	private byte[] signed(byte[] data, byte[] client) {
		try {
			Signature signature = Signature.getInstance("SHA256withECDSA");
			signature.initSign(this.keys.getPrivate());
			signature.update(data);
			signature.update(client);
			return signature.sign();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] sha256(byte[] content) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(content);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String text(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
