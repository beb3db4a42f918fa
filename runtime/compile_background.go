package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// backgroundJob refuses a pipeline that ends in &: jobs are not here yet, and
// running it in the foreground would not be what was asked for.
func (cc *compiler) backgroundJob(p parser.PipelineBase) statement {
	at := cc.extent(p)
	return func(*frame) error {
		r := newError(objects.PSNotSupportedException, "BackgroundJobsNotSupported", NotImplemented, objects.Null,
			"Background jobs are not supported. Run the pipeline without the & at its end.")
		r.Extent = at
		return r
	}
}
