"""From what lies in the input to counted SOPs; nothing is written for anybody here."""
