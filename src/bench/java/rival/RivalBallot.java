package rival;

import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A filled form. */
@Entity
@Table(name = "rival_ballot")
class RivalBallot {

	@Id
	private UUID id = new UUID(0, 0);

	private String unit = "";

	private long answers;

	protected RivalBallot() {
	}

	RivalBallot(UUID id, String unit, long answers) {
		this.id = id;
		this.unit = unit;
		this.answers = answers;
	}

	UUID id() {
		return this.id;
	}

}
