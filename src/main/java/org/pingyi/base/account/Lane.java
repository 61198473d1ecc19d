package org.pingyi.base.account;

/** Where a password waits to be hashed: strangers do not stand before anybody else. */
enum Lane {

	/** Whoever signs in where nobody of this name has signed in before. */
	STRANGERS,
	/** Whoever is recognised, by a device, a code, a link or a session. */
	KNOWN

}
