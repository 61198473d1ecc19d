package org.pingyi.base.unit;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Service;

/** The register of agencies under appraisal and of the groups they are ranked in. */
@Service
public class Units {

	/** Every unit that is not closed, by group and then by name in pinyin. */
	public List<Unit> all() {
		throw new UnsupportedOperationException();
	}

	/** The groups in their order. */
	public List<UnitGroup> groups() {
		throw new UnsupportedOperationException();
	}

	public Optional<Unit> byCode(String code) {
		throw new UnsupportedOperationException();
	}

	public Optional<Unit> byId(long id) {
		throw new UnsupportedOperationException();
	}

}
