import { createRoot } from "react-dom/client";
import { Portal } from "./portal.tsx";

createRoot(document.getElementById("portal") as HTMLElement).render(<Portal />);
