package org.pingyi.base.secret;

/** Somebody asked for a key that was given up for good. */
public class KeyErased extends RuntimeException {

	KeyErased(String name) {
		super("Key " + name + " was erased");
	}

}
