"""Names of models and layers as Verilog identifiers that need no escaping."""

from collections.abc import Collection

__all__ = ["identifier"]

_WORDS = """
always and architecture array assert assign attribute automatic begin bit block body buf buffer bufif0 bufif1
bus byte case casex casez cell class cmos component config constant deassign default defparam design disable
downto edge else elsif end endcase endconfig endfunction endgenerate endmodule endprimitive endspecify endtable
endtask entity event exit file for force forever fork function generate generic genvar group guarded highz0
highz1 if ifnone impure in incdir include inertial initial inout input instance int integer interface is join
label large liblist library linkage literal localparam logic loop macromodule map medium mod module nand negedge
new next nmos nor noshowcancelled not notif0 notif1 null of on open or others out output package parameter pmos
port posedge postponed primitive procedure process protected pull0 pull1 pulldown pullup pulsestyle_ondetect
pulsestyle_onevent pure range rcmos real realtime record reg register reject release rem repeat report return
rnmos rol ror rpmos rtran rtranif0 rtranif1 scalared select severity shared showcancelled signal signed sla sll
small specify specparam sra srl string strong0 strong1 subtype supply0 supply1 table task then time to tran
tranif0 tranif1 transport tri tri0 tri1 triand trior trireg type unaffected units unsigned until use uwire
variable vectored wait wand weak0 weak1 when while wire with wor xnor xor
"""
_RESERVED = frozenset(_WORDS.split())
"""Keywords of Verilog-2005 and VHDL, and those of SystemVerilog that simulators refuse even in Verilog files."""


def identifier(name: str, taken: Collection[str] = ()) -> str:
    """``name`` with '-' as '_', and '_' behind it where it is a keyword or ``taken``, or could be a stream's port."""
    plain = name.replace("-", "_")
    if plain.lower() in _RESERVED or plain in taken or plain.startswith(("input__", "output__")):
        return plain + "_"
    return plain
