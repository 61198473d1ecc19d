package org.pingyi.base.audit;

/**
 * What a walk along the whole trail found.
 *
 * @param entries how many entries there are
 * @param brokenAt the first entry that does not follow from those before it, or 0
 */
public record ChainState(long entries, long brokenAt) {

	public boolean intact() {
		return this.brokenAt == 0;
	}

}
