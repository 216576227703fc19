// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/http/refusal.h"

#include <QCoreApplication>

namespace crema::http {
namespace {

struct Text {
    const char *code;
    const char *message;
};

Text textOf(Refusal refusal)
{
    switch (refusal) {
    case Refusal::RequestLine:
        return {"request.line", QT_TRANSLATE_NOOP("Door", "The request line is not method, target and version.")};
    case Refusal::MethodUnknown:
        return {"request.method", QT_TRANSLATE_NOOP("Door", "The platform does not know this method.")};
    case Refusal::Version:
        return {"request.version", QT_TRANSLATE_NOOP("Door", "The platform speaks HTTP/1.1 and HTTP/1.0.")};
    case Refusal::TargetForm:
        return {"request.target", QT_TRANSLATE_NOOP("Door", "The target must be a path that begins with a slash.")};
    case Refusal::TargetTooLong:
        return {"request.target_too_long", QT_TRANSLATE_NOOP("Door", "The target is longer than the platform reads.")};
    case Refusal::TargetEncoding:
        return {"request.target_encoding",
                QT_TRANSLATE_NOOP("Door", "The target is not properly percent-encoded UTF-8 text.")};
    case Refusal::DotSegment:
        return {"request.dot_segment", QT_TRANSLATE_NOOP("Door", "The path must not contain the segments . and ..")};
    case Refusal::BareNewline:
        return {"request.bare_newline",
                QT_TRANSLATE_NOOP("Door", "Every line of the head must end with CR LF, and neither may stand alone.")};
    case Refusal::ControlCharacter:
        return {"request.control_character", QT_TRANSLATE_NOOP("Door", "The head contains a control character.")};
    case Refusal::FoldedLine:
        return {"request.folded_line", QT_TRANSLATE_NOOP("Door", "A header field must not go on in the next line.")};
    case Refusal::FieldName:
        return {"request.field_name",
                QT_TRANSLATE_NOOP("Door", "A header field must be a name, a colon right behind it, and a value.")};
    case Refusal::FieldTwice:
        return {"request.field_twice", QT_TRANSLATE_NOOP("Door", "A header field that may stand once stands twice.")};
    case Refusal::TooManyFields:
        return {"request.too_many_fields",
                QT_TRANSLATE_NOOP("Door", "The request has more header fields than the platform reads.")};
    case Refusal::HeadTooLarge:
        return {"request.head_too_large", QT_TRANSLATE_NOOP("Door", "The head is larger than the platform reads.")};
    case Refusal::HostMissing:
        return {"request.host_missing", QT_TRANSLATE_NOOP("Door", "The header field Host is missing.")};
    case Refusal::HostForm:
        return {"request.host", QT_TRANSLATE_NOOP("Door", "The header field Host is not a host name.")};
    case Refusal::HostMismatch:
        return {"request.host_mismatch",
                QT_TRANSLATE_NOOP("Door", "The target and the header field Host name different hosts.")};
    case Refusal::ContentLength:
        return {"request.content_length", QT_TRANSLATE_NOOP("Door", "Content-Length must be one whole number.")};
    case Refusal::TransferEncoding:
        return {"request.transfer_encoding",
                QT_TRANSLATE_NOOP("Door", "The only Transfer-Encoding that the platform reads is chunked.")};
    case Refusal::LengthAndEncoding:
        return {"request.length_and_encoding",
                QT_TRANSLATE_NOOP("Door", "Content-Length and Transfer-Encoding exclude each other.")};
    case Refusal::EncodingOnHttp10:
        return {"request.encoding_on_http_10", QT_TRANSLATE_NOOP("Door", "HTTP/1.0 has no Transfer-Encoding.")};
    case Refusal::Trailer:
        return {"request.trailer", QT_TRANSLATE_NOOP("Door", "The platform reads no trailer fields.")};
    case Refusal::Expectation:
        return {"request.expectation",
                QT_TRANSLATE_NOOP("Door", "The only expectation that the platform meets is 100-continue.")};
    case Refusal::ChunkForm: return {"request.chunk", QT_TRANSLATE_NOOP("Door", "The chunked body is malformed.")};
    }
    Q_UNREACHABLE();
}

} // namespace

Problem refusalProblem(Refusal refusal)
{
    const Text text = textOf(refusal);
    return {ProblemKind::Invalid,
            QLatin1StringView(text.code),
            QCoreApplication::translate("Door", text.message),
            QCoreApplication::translate("Door", "Mend the program that sent this request."),
            {}};
}

} // namespace crema::http
