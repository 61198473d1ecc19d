package org.pingyi.intake.adjustment;

import java.util.Collection;
import java.util.Map;

/**
 * The pages behind one kind of source; implemented by the door that proposes from it.
 */
public interface SourcePages {

	SourceKind kind();

	/**
	 * Where whoever is signed in finds the sources.
	 * @param adjustments adjustments with a source of this kind
	 * @return addresses by number of the adjustment; nothing for those who may not open
	 * them
	 */
	Map<Long, String> of(Collection<Adjustment> adjustments);

}
