"""How values become scores, ranks and explanations: pure functions, frames in and frames out."""
