package rival;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Somebody who has voted. */
@Entity
@Table(name = "rival_voter")
class RivalVoter {

	@Id
	private UUID id = new UUID(0, 0);

	protected RivalVoter() {
	}

	RivalVoter(UUID id) {
		this.id = id;
	}

}
