package violation;

import org.springframework.stereotype.Service;

@Service
public class AwardCounter {

	private final AwardStore store;

	AwardCounter(AwardStore store) {
		this.store = store;
	}

	int count() {
		return this.store.count();
	}

}
