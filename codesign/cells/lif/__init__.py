"""LIF: leaky integrate-and-fire neurons in integers, with a synaptic current if wanted; a home for NIR graphs."""
