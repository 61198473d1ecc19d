package org.pingyi.base.audit;

/**
 * What a walk along the whole trail found.
 *
 * @param entries how many entries there are
 * @param brokenAt the first entry that does not follow from those before it, or 0
 * @param lost the first entry that was kept outside and is not there any more, or not as
 * it was kept; or 0
 */
public record ChainState(long entries, long brokenAt, long lost) {

	public boolean intact() {
		return this.brokenAt == 0 && this.lost == 0;
	}

}
