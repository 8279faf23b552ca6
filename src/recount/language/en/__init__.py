"""What is English: number words, quantities, days."""
