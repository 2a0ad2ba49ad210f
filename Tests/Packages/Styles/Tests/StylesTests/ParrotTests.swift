import ClockifyRuntime
import Foundation
import Parrot
import Testing

/// Language models.
@Suite struct ParrotTests {
    private func parrot(_ service: Service) -> ParrotApi {
        service.api(at: ParrotApi.Services.documented, with: ParrotApi.Credentials.apiKeyAuth("sk"))
    }

    @Test("Messages, tools and a schema of free-form JSON are sent")
    func chat() async throws {
        let service = Service(
            """
            {"id": "c", "object": "chat.completion", "created": 1, "usage": {"prompt_tokens": 1, "completion_tokens": 2},
             "choices": [{"index": 0, "finish_reason": "tool_calls", "logprobs": null, "message": {"role": "assistant", "content": null,
             "tool_calls": [{"id": "t", "type": "function", "function": {"name": "f", "arguments": "{\\"x\\":1}"}}]}}]}
            """)
        let answer = try await parrot(service).chat.createChatCompletion(
            .init(
                messages: [
                    .chatCompletionRequestSystemMessage(.init(role: .system, content: .textContent("Be brief."))),
                    .chatCompletionRequestUserMessage(
                        .init(
                            role: .user,
                            content: .arrayOfContentParts([
                                .textPart(.init(type: .text, text: "What?")),
                                .imagePart(.init(type: .imageUrl, imageUrl: .init(url: "https://x/y.png", detail: .low))),
                            ]))), .chatCompletionRequestToolMessage(.init(role: .tool, content: "4", toolCallId: "t")),
                ], model: .init(rawValue: "parrot-2"), metadata: .value(["a": "b"]), temperature: .value(0.5), stop: .value(.array(["\n"])),
                tools: [
                    .chatCompletionTool(
                        .init(
                            type: .function,
                            function: .init(name: "f", parameters: ["type": "object", "properties": ["x": ["type": "number"]]]))),
                    .customTool(
                        .init(type: .custom, custom: .init(name: "g", format: .grammar(.init(type: .grammar, grammar: "S: 'a'"))))),
                ], toolChoice: .function(.init(type: .function, function: .init(name: "f"))),
                responseFormat: .responseFormatJsonSchema(.init(type: .jsonSchema, jsonSchema: .init(name: "n", schema: ["a": [1, nil]])))))
        #expect(service.line == "POST https://api.parrot.example/v1/chat/completions" && service.header("Authorization") == "Bearer sk")
        #expect(service.header("Accept") == "application/json")
        let sent = try JSONReader.decode(JSONValue.self, from: Array(service.body.utf8))
        #expect(sent["model"] == "parrot-2" && sent["temperature"] == 0.5 && sent["stop"] == ["\n"] && sent["metadata"] == ["a": "b"])
        #expect(sent["messages"]?[0] == ["role": "system", "content": "Be brief."])
        #expect(
            sent["messages"]?[1]?["content"] == [
                ["type": "text", "text": "What?"], ["type": "image_url", "image_url": ["url": "https://x/y.png", "detail": "low"]],
            ])
        #expect(sent["tools"]?[0]?["function"]?["parameters"] == ["type": "object", "properties": ["x": ["type": "number"]]])
        #expect(
            sent["tools"]?[1] == [
                "type": "custom", "custom": ["name": "g", "format": ["type": "grammar", "grammar": "S: 'a'"]],
            ])
        #expect(sent["tool_choice"] == ["type": "function", "function": ["name": "f"]] && sent["stream"] == nil)
        #expect(sent["response_format"] == ["type": "json_schema", "json_schema": ["name": "n", "schema": ["a": [1, nil]]]])
        let choice = try #require(answer.choices.first)
        #expect(choice.finishReason == .toolCalls && choice.message.content == nil && choice.logprobs == nil)
        #expect(choice.message.toolCalls?.first?.function.arguments == #"{"x":1}"#)
    }

    @Test("A choice between words and objects is written as either")
    func choice() async throws {
        let service = Service(#"{"id": "c", "object": "chat.completion", "created": 1, "choices": []}"#)
        _ = try await parrot(service).chat.createChatCompletion(
            .init(
                messages: [.chatCompletionRequestAssistantMessage(.init(role: .assistant, content: .null))], model: .parrot1Mini,
                toolChoice: .string(.required)))
        #expect(
            service.body == #"{"messages":[{"role":"assistant","content":null}],"model":"parrot-1-mini","tool_choice":"required"}"#)
        let broken = await problems { () throws(APIFailure) in
            _ = try await parrot(service).chat.createChatCompletion(.init(messages: [], model: .parrot1, temperature: .value(3)))
        }
        #expect(broken == ["body /temperature at most 2.0", "body /messages at least 1 items"])
    }

    @Test("The same operation streams, and the stream ends with a mark that is no value")
    func stream() async throws {
        let service = Service(
            """
            data: {"id":"c","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}

            data: {"id":"c","choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}]}

            data: [DONE]


            """, type: "text/event-stream")
        var text = ""
        var reasons: [ParrotApi.CreateChatCompletionStreamResponseChoicesItemFinishReason?] = []
        let request = ParrotApi.CreateChatCompletionRequest(
            messages: [.chatCompletionRequestUserMessage(.init(role: .user, content: .textContent("Hi")))], model: .parrot1,
            stream: .value(true))
        for try await event in try await parrot(service).chat.createChatCompletionStream(request) {
            text += event.data.choices.first?.delta.content ?? ""
            reasons.append(event.data.choices.first?.finishReason)
        }
        #expect(text == "Hi" && reasons == [nil, .stop] && service.header("Accept") == "text/event-stream")
        #expect(service.body.contains(#""stream":true"#))
    }

    @Test("Events of many kinds are told apart by their type, and unknown ones are kept")
    func events() async throws {
        let service = Service(
            """
            event: response.created
            data: {"type":"response.created","sequence_number":0,"response":{"id":"r","error":null,"output":[{"type":"output_message","id":"m","content":[{"type":"output_text","text":"t","annotations":[{"type":"url_citation","url":"u"},{"type":"new"}]},{"type":"refusal","refusal":"no"}]},{"type":"function_call","call_id":"c","name":"f","arguments":"{}"}]}}

            event: response.output_text.delta
            data: {"type":"response.output_text.delta","delta":"Hel"}

            event: response.audio.delta
            data: {"type":"response.audio.delta","delta":"UklG"}


            """, type: "text/event-stream")
        var events: [ServerSentEvent<ParrotApi.ResponseStreamEvent>] = []
        for try await event in try await parrot(service).responses.createResponseStream(
            .init(
                model: "p",
                input: .array([
                    .inputMessage(.init(role: .user, content: .array([.inputText(.init(text: "a")), .inputImage(.init(detail: .auto))]))),
                    .functionCallOutput(.init(type: .functionCallOutput, callId: "c", output: "o")),
                ]), stream: true, include: .value([.fileSearchCallResults])))
        { events.append(event) }
        #expect(
            service.body == #"{"model":"p","input":[{"type":"message","role":"user","content":[{"type":"input_text","text":"a"},"#
                + #"{"type":"input_image","detail":"auto"}]},{"type":"function_call_output","call_id":"c","output":"o"}],"stream":true,"#
                + #""include":["file_search_call.results"]}"#)
        #expect(events.map(\.name) == ["response.created", "response.output_text.delta", "response.audio.delta"])
        guard case .responseCreatedEvent(let created) = events.first?.data,
            case .outputMessage(let message) = created.response.output.first, case .outputText(let text) = message.content.first
        else { return #expect(Bool(false), "\(events)") }
        #expect(text.annotations == [.urlCitation(.init(type: .urlCitation, url: "u")), .other(["type": "new"])])
        #expect(message.content.last == .refusal(.init(type: .refusal, refusal: "no")))
        guard case .functionToolCall(let call) = created.response.output.last else { return #expect(Bool(false), "\(created)") }
        #expect(call.name == "f")
        #expect(events[1].data == .responseTextDeltaEvent(.init(type: .responseOutputTextDelta, delta: "Hel")))
        #expect(events[2].data == .other(["type": "response.audio.delta", "delta": "UklG"]))
    }

    @Test("Files are sent in parts: one, several, and lists of words beside them")
    func files() async throws {
        let service = Service(#"{"data": [{"b64_json": "eA=="}]}"#)
        let png = { (name: String) in FileUpload.bytes(Array(name.utf8), name: name, contentType: "image/png") }
        let edit = try await parrot(service).files.createImageEdit(.init(image: [png("a.png"), png("b.png")], prompt: "p", n: .value(2)))
        #expect(edit.data?.first?.b64Json == "eA==")
        for part in [
            #"name="image"; filename="a.png""# + "\r\nContent-Type: image/png\r\n\r\na.png\r\n",
            #"name="image"; filename="b.png""# + "\r\nContent-Type: image/png\r\n\r\nb.png\r\n", #"name="prompt""# + "\r\n\r\np\r\n",
            #"name="n""# + "\r\n\r\n2\r\n",
        ] {
            #expect(service.body.contains(part), "\(part) is not in \(service.body)")
        }
        let audio = Service(#"{"language": "en", "duration": 1.5, "text": "t", "words": [{"word": "t", "start": 0.25}]}"#)
        let transcription = try await parrot(audio).audio.createTranscription(
            .init(
                file: .bytes([1], name: "a.mp3", contentType: "audio/mpeg"), model: .whisperer1, timestampGranularities: [.word, .segment]))
        for value in ["word", "segment"] {
            #expect(audio.body.contains("name=\"timestamp_granularities[]\"\r\n\r\n\(value)\r\n"), "\(audio.body)")
        }
        guard case .transcriptionVerbose(let verbose) = transcription else { return #expect(Bool(false), "\(transcription)") }
        #expect(verbose.words?.first?.start == 0.25)
    }

    @Test("Lines of JSON are read one by one, and a file of bytes as it is")
    func lines() async throws {
        let service = Service(
            """
            {"custom_id": "1", "response": {"status_code": 200, "body": {"any": [1]}}, "error": null}
            {"custom_id": "2", "response": null, "error": {"code": "c"}}
            """, type: "application/x-jsonl")
        var lines: [ParrotApi.BatchLine] = []
        for try await line in try await parrot(service).batch.listBatchResults(batchId: "b") { lines.append(line) }
        #expect(lines.map(\.customId) == ["1", "2"] && lines[0].response?.body == ["any": [1]] && lines[1].error?.code == "c")
        let file = Service("bytes", type: "application/octet-stream")
        #expect(try await parrot(file).files.downloadFile(fileId: "f 1").bytes() == Array("bytes".utf8))
        #expect(file.line == "GET https://api.parrot.example/v1/files/f%201/content")
    }

    @Test("A refusal of any status from 400 to 499 has the same body")
    func refused() async throws {
        let service = Service(#"{"error": {"type": "t", "message": "m", "param": null, "code": "c"}}"#, status: 429)
        let failure = await refusal { () throws(APIFailure) in
            _ = try await parrot(service).with { $0.retries = .never }.chat.createChatCompletion(
                .init(messages: [.chatCompletionRequestToolMessage(.init(role: .tool, content: "", toolCallId: ""))], model: .parrot1))
        }
        #expect(try failure?.body(as: ParrotApi.ErrorResponse.self) == .init(error: .init(message: "m", type: "t", code: "c")))
    }
}
