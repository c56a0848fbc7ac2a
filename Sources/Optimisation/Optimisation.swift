// Optimisation
